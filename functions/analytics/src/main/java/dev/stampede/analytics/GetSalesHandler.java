package dev.stampede.analytics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.stampede.lambda.AwsClients;
import dev.stampede.lambda.Environment;
import dev.stampede.lambda.HttpEdge;
import dev.stampede.lambda.HttpRequest;
import dev.stampede.lambda.HttpResponse;
import dev.stampede.lambda.HttpResponse.Detail;
import dev.stampede.lambda.Staff;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

public final class GetSalesHandler implements RequestStreamHandler {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final SalesMetrics metrics;

    public GetSalesHandler() {
        this(System.getenv());
    }

    public GetSalesHandler(Map<String, String> env) {
        this(new DynamoDbSalesMetrics(AwsClients.build(DynamoDbClient.builder()),
                Environment.required(env, "SALES_METRICS_TABLE"), InstantSource.system()));
    }

    public GetSalesHandler(SalesMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) {
        HttpEdge.serve(in, out, request -> Staff.only(request, _ -> answer(request)));
    }

    private HttpResponse answer(HttpRequest request) {
        return day(request.pathParameter("day"))
                .map(day -> HttpResponse.ok("Sales", SalesView.of(metrics.of(day))))
                .orElseGet(() -> HttpResponse.problem(400, "VALIDATION_FAILED", "Some parameters are not right.",
                        List.of(new Detail("day", "INVALID_VALUE", "day must be a day such as 2026-11-27"))));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(text).filter(day -> DAY.matcher(day).matches()).map(LocalDate::parse);
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
