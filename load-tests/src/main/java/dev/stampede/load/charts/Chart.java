package dev.stampede.load.charts;

import io.gatling.charts.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/// One chart of a report: an SVG in the page itself, without a script.
final class Chart extends Component {

    /// @param x milliseconds since the run began, or whatever the axis counts
    record Point(double x, double y) {}

    record Series(String name, String colour, List<Point> points) {}

    private static final int WIDTH = 900;
    private static final int HEIGHT = 260;
    private static final int MARGIN = 50;

    private final String title;
    private final List<Series> series;
    private final boolean joined;

    private Chart(String title, List<Series> series, boolean joined) {
        this.title = title;
        this.series = series;
        this.joined = joined;
    }

    static Chart ofLines(String title, List<Series> series) {
        return new Chart(title, series, true);
    }

    static Chart ofDots(String title, List<Series> series) {
        return new Chart(title, series, false);
    }

    @Override
    public String html() {
        List<Point> all = series.stream().flatMap(each -> each.points().stream()).toList();
        double left = all.stream().mapToDouble(Point::x).min().orElse(0);
        double right = all.stream().mapToDouble(Point::x).max().orElse(1);
        double top = all.stream().mapToDouble(Point::y).max().orElse(1);
        Scale scale = new Scale(left, Math.max(right, left + 1), Math.max(top, 1));
        String marks = series.stream().map(each -> marks(each, scale)).collect(Collectors.joining());
        return text("""
                <div class="schema"><figure style="margin:10px"><figcaption>%s &nbsp; %s</figcaption>
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s" style="width:100%%;font-size:11px">
                <path d="M%d 10V%dH%d" fill="none" stroke="currentColor" opacity=".4"/>
                <text x="4" y="20" fill="currentColor">%,.0f</text><text x="4" y="%d" fill="currentColor">0</text>
                <text x="%d" y="%d" fill="currentColor">%,.0f</text>
                <text x="%d" y="%d" fill="currentColor" text-anchor="end">%,.0f</text>%s</svg></figure></div>
                """, escaped(title), legend(), WIDTH, HEIGHT, escaped(title), MARGIN, HEIGHT - 30, WIDTH, scale.top(),
                HEIGHT - 30, MARGIN, HEIGHT - 10, left, WIDTH, HEIGHT - 10, scale.right(), marks);
    }

    private String legend() {
        return series.stream()
                .map(each -> text("<span style=\"color:%s\">&#9632;</span> %s", each.colour(), escaped(each.name())))
                .collect(Collectors.joining(" &nbsp; "));
    }

    private String marks(Series one, Scale scale) {
        if (!joined) {
            return one.points().stream()
                    .map(point -> text("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2\" fill=\"%s\"/>", scale.x(point),
                            scale.y(point), one.colour()))
                    .collect(Collectors.joining());
        }
        return text("<polyline fill=\"none\" stroke=\"%s\" points=\"%s\"/>", one.colour(), one.points().stream()
                .map(point -> text("%.1f,%.1f", scale.x(point), scale.y(point)))
                .collect(Collectors.joining(" ")));
    }

    private record Scale(double left, double right, double top) {

        double x(Point point) {
            return MARGIN + (WIDTH - MARGIN) * (point.x() - left) / (right - left);
        }

        double y(Point point) {
            return HEIGHT - 30 - (HEIGHT - 40) * point.y() / top;
        }
    }

    private static String text(String format, Object... parts) {
        return String.format(Locale.ROOT, format, parts);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    @Override
    public String js() {
        return "";
    }

    @Override
    public Seq<String> jsFiles() {
        return CollectionConverters.asScala(List.<String>of()).toSeq();
    }
}
