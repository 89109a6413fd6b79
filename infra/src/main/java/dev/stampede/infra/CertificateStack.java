package dev.stampede.infra;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.constructs.Construct;

/// The certificate of the shop's own domain, apart because it lives in another region than the shop.
public final class CertificateStack extends Stack {
    private final Certificate certificate;

    public CertificateStack(Construct scope, String id, StackProps props, Deployment.Domain domain) {
        super(scope, id, props);
        certificate = Certificate.Builder.create(this, "Certificate")
                .domainName(domain.name())
                .validation(CertificateValidation.fromDns(domain.zoneIn(this)))
                .build();
    }

    public ICertificate certificate() {
        return certificate;
    }
}
