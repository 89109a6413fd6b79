package dev.stampede.dynamodb.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A value of an attribute, of one of DynamoDB's ten types
/// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html). The names
/// of the types are those of the API. Values are immutable; the collections that they are made with are not copied.
public sealed interface AttributeValue {

    /// The type as the API spells it, such as `SS`.
    String type();

    record S(String value) implements AttributeValue {
        @Override
        public String type() {
            return "S";
        }
    }

    /// @param value without trailing zeros, see [Numbers]
    record N(BigDecimal value) implements AttributeValue {
        @Override
        public String type() {
            return "N";
        }
    }

    record B(ByteString value) implements AttributeValue {
        @Override
        public String type() {
            return "B";
        }
    }

    record Bool(boolean value) implements AttributeValue {
        @Override
        public String type() {
            return "BOOL";
        }
    }

    record Null() implements AttributeValue {
        @Override
        public String type() {
            return "NULL";
        }
    }

    record L(List<AttributeValue> value) implements AttributeValue {
        @Override
        public String type() {
            return "L";
        }
    }

    record M(Map<String, AttributeValue> value) implements AttributeValue {
        @Override
        public String type() {
            return "M";
        }
    }

    record SS(Set<String> value) implements AttributeValue {
        @Override
        public String type() {
            return "SS";
        }
    }

    record NS(Set<BigDecimal> value) implements AttributeValue {
        @Override
        public String type() {
            return "NS";
        }
    }

    record BS(Set<ByteString> value) implements AttributeValue {
        @Override
        public String type() {
            return "BS";
        }
    }
}
