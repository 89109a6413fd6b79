package dev.stampede.load.charts;

import io.gatling.charts.component.Component;
import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/// A line of text where a chart would say no more.
final class Sentence extends Component {

    private final String text;

    Sentence(String text) {
        this.text = text;
    }

    @Override
    public String html() {
        return "<p style=\"margin:10px\">" + text + "</p>";
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
