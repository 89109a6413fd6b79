package dev.stampede.dynamodb.value;

import dev.stampede.dynamodb.operation.DynamoDbException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Numbers as DynamoDB has them: up to 38 significant digits, from 1E-130 to 9.99...E+125, zero, and their negatives
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html#HowItWorks.DataTypes.Number).
public final class Numbers {

    /// How many significant digits a number may have.
    public static final int DIGITS = 38;

    public static final String OVERFLOW =
            "Number overflow. Attempting to store a number with magnitude larger than supported range";

    private static final String UNDERFLOW =
            "Number underflow. Attempting to store a number with magnitude smaller than supported range";
    private static final int LARGEST_EXPONENT = 125;
    private static final int SMALLEST_EXPONENT = -130;
    /// Longer than any number in range can sensibly be written; BigDecimal takes quadratic time for long ones.
    private static final int LONGEST = 1000;
    /// Digits that a long holds in any case.
    private static final int SHORT = 18;
    private static final Pattern FORM = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private Numbers() {}

    /// @throws DynamoDbException a ValidationException when it is no number or out of range
    public static BigDecimal parse(String text) {
        if (text.isEmpty()) {
            throw DynamoDbException.validation("The parameter cannot be converted to a numeric value");
        }
        if (isShortWhole(text)) {
            return inRange(BigDecimal.valueOf(Long.parseLong(text)));
        }
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw DynamoDbException.validation("The parameter cannot be converted to a numeric value: "
                    + (text.length() > 100 ? text.substring(0, 100) : text));
        }
        try {
            return inRange(new BigDecimal(text));
        } catch (NumberFormatException e) {
            // Its exponent is beyond even that of a BigDecimal.
            throw DynamoDbException.validation(text.contains("e-") || text.contains("E-") ? UNDERFLOW : OVERFLOW);
        }
    }

    /// As nearly all numbers are: read without the form that others are held against.
    private static boolean isShortWhole(String text) {
        if (text.length() > SHORT) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// @throws DynamoDbException a ValidationException when it is out of range
    public static BigDecimal inRange(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.precision() > DIGITS) {
            throw DynamoDbException.validation("Attempting to store more than 38 significant digits in a Number");
        }
        long exponent = (long) stripped.precision() - stripped.scale() - 1;
        if (exponent > LARGEST_EXPONENT) {
            throw DynamoDbException.validation(OVERFLOW);
        }
        if (exponent < SMALLEST_EXPONENT) {
            throw DynamoDbException.validation(UNDERFLOW);
        }
        return stripped;
    }

    /// The number as the service writes it.
    public static String text(BigDecimal number) {
        return number.toPlainString();
    }

    /// The size that counts towards an item's: a byte for each two significant digits, and one; negative ones take one
    /// more.
    static int size(BigDecimal number) {
        if (number.signum() == 0) {
            return 1;
        }
        // Pairs of digits are counted from the decimal point, so 123 takes two pairs and 1230 does, too.
        int integerDigits = number.precision() - number.scale();
        int before = Math.floorMod(integerDigits, 2);
        int pairs = before + (number.precision() - before + 1) / 2;
        return 1 + pairs + (number.signum() < 0 ? 1 : 0);
    }
}
