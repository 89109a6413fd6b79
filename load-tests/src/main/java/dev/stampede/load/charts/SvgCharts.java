package dev.stampede.load.charts;

import dev.stampede.load.charts.Chart.Point;
import dev.stampede.load.charts.Chart.Series;
import io.gatling.charts.component.Component;
import io.gatling.charts.component.ComponentLibrary;
import io.gatling.charts.report.GroupContainer;
import io.gatling.charts.stats.CountsVsTimePlot;
import io.gatling.charts.stats.IntVsTimePlot;
import io.gatling.charts.stats.PercentVsTimePlot;
import io.gatling.charts.stats.Percentiles;
import io.gatling.charts.stats.PercentilesVsTimePlot;
import io.gatling.charts.stats.Ranges;
import io.gatling.charts.stats.UserSeries;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/// What Gatling looks for to draw its reports with.
public final class SvgCharts implements ComponentLibrary {

    private static final String OK = "#68b65c";
    private static final String FAILED = "#f15b4f";
    private static final List<String> COLOURS = List.of("#ffa900", "#4a9fe5", "#6161d6", "#68b65c", "#f78557");

    @Override
    public Component getUserStartRateComponent(String title, long start, UserSeries all, Seq<UserSeries> scenarios) {
        return users("Users started a second", all, scenarios);
    }

    @Override
    public Component getMaxConcurrentUsersComponent(String title, long start, UserSeries all,
            Seq<UserSeries> scenarios) {
        return users("Users at once", all, scenarios);
    }

    @Override
    public Component getRangesComponent(String title, String unit, String id, Ranges ranges, boolean large) {
        return new Sentence("%s: %d under %d ms, %d between, %d over %d ms, %d failed.".formatted(title,
                ranges.lowCount(), ranges.lowerBound(), ranges.middleCount(), ranges.highCount(),
                ranges.higherBound(), ranges.koCount()));
    }

    @Override
    public Component getRequestCountPolarComponent(GroupContainer requests) {
        return new Sentence("How many of each request there were is in the table of statistics.");
    }

    @Override
    public Component getDistributionComponent(String title, String unit, String id, Seq<PercentVsTimePlot> ok,
            Seq<PercentVsTimePlot> failed) {
        ToDoubleFunction<PercentVsTimePlot> at = PercentVsTimePlot::time;
        return Chart.ofLines(title + ", percent by " + unit, List.of(
                series("OK", OK, ok, at, PercentVsTimePlot::value),
                series("failed", FAILED, failed, at, PercentVsTimePlot::value)));
    }

    @Override
    public Component getPercentilesOverTimeComponent(String title, String unit, String id, long start,
            Seq<PercentilesVsTimePlot> plots) {
        return Chart.ofLines(title, List.of(
                percentile("99 %", COLOURS.get(4), plots, Percentiles::percentile99),
                percentile("95 %", COLOURS.get(0), plots, Percentiles::percentile95),
                percentile("half", COLOURS.get(1), plots, Percentiles::percentile50)));
    }

    @Override
    public Component getRequestsComponent(String title, long start, Seq<CountsVsTimePlot> counts) {
        return counts("Requests a second", counts);
    }

    @Override
    public Component getResponsesComponent(String title, long start, Seq<CountsVsTimePlot> counts) {
        return counts("Answers a second", counts);
    }

    @Override
    public Component getResponseTimeScatterComponent(String title, Seq<IntVsTimePlot> ok, Seq<IntVsTimePlot> failed) {
        return Chart.ofDots("Response time by requests a second", List.of(
                series("OK", OK, ok, IntVsTimePlot::time, IntVsTimePlot::value),
                series("failed", FAILED, failed, IntVsTimePlot::time, IntVsTimePlot::value)));
    }

    private static Chart users(String title, UserSeries all, Seq<UserSeries> scenarios) {
        List<UserSeries> lines =
                Stream.concat(Stream.of(all), CollectionConverters.asJava(scenarios).stream()).toList();
        return Chart.ofLines(title, lines.stream()
                .map(line -> series(line.name(), COLOURS.get(lines.indexOf(line) % COLOURS.size()), line.data(),
                        IntVsTimePlot::time, IntVsTimePlot::value))
                .toList());
    }

    private static Chart counts(String title, Seq<CountsVsTimePlot> counts) {
        return Chart.ofLines(title, List.of(
                series("OK", OK, counts, CountsVsTimePlot::time, CountsVsTimePlot::oks),
                series("failed", FAILED, counts, CountsVsTimePlot::time, CountsVsTimePlot::kos)));
    }

    private static Series percentile(String name, String colour, Seq<PercentilesVsTimePlot> plots,
            Function<Percentiles, Integer> which) {
        return new Series(name, colour, CollectionConverters.asJava(plots).stream()
                .filter(plot -> plot.percentiles().isDefined())
                .map(plot -> new Point(plot.time(), which.apply(plot.percentiles().get())))
                .toList());
    }

    private static <T> Series series(String name, String colour, Seq<T> plots, ToDoubleFunction<T> x,
            ToDoubleFunction<T> y) {
        return new Series(name, colour, CollectionConverters.asJava(plots).stream()
                .map(plot -> new Point(x.applyAsDouble(plot), y.applyAsDouble(plot)))
                .toList());
    }
}
