import { RestockNotice } from "@/features/catalog/components/restock-notice";
import { SimilarProducts } from "@/features/catalog/components/similar-products";
import { BuyDialog as Dialog } from "@/features/checkout/components/buy-dialog";
import type { Purchase } from "@/features/checkout/purchase";
import type { Product } from "@/lib/api-types";

interface BuyDialogProps {
  purchase: Purchase;
  product: Product;
  reloadProduct: (productId: string) => Promise<Product>;
  onClose: () => void;
}

/** The checkout's dialog, with what the catalogue can offer where a product has sold out. */
export function BuyDialog({ onClose, purchase, ...rest }: BuyDialogProps) {
  const leave = () => {
    purchase.reset();
    onClose();
  };
  return (
    <Dialog
      {...rest}
      purchase={purchase}
      onClose={onClose}
      instead={(product) => (
        <>
          <RestockNotice product={product} />
          <SimilarProducts product={product} onLeave={leave} />
        </>
      )}
    />
  );
}
