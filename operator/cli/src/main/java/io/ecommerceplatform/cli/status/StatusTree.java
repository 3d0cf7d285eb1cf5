package io.ecommerceplatform.cli.status;

import io.ecommerceplatform.cli.text.Ages;
import io.ecommerceplatform.cli.text.Ink;
import io.ecommerceplatform.cli.text.Mark;
import io.ecommerceplatform.cli.text.Section;
import io.ecommerceplatform.cli.text.TreeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The answer of {@code status} for one platform. */
public final class StatusTree {
  private final PlatformView view;
  private final Instant now;
  private final TreeText text;

  private StatusTree(PlatformView view, Instant now, TreeText text) {
    this.view = view;
    this.now = now;
    this.text = text;
  }

  public static List<String> lines(PlatformView view, Instant now, TreeText text) {
    return new StatusTree(view, now, text).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(headline());
    if (!view.message().isEmpty()) {
      lines.addAll(text.sentence("  ", view.message()));
    }
    remarks().forEach(remark -> lines.addAll(text.sentence("  ", remark)));
    if (!view.hasStatus()) {
      lines.add(
          text.command(
              "  ", "kubectl get pods -A -l app.kubernetes.io/name=ecommerce-platform-operator"));
    }
    for (Section section : sections()) {
      if (!section.rows().isEmpty()) {
        lines.add("");
        lines.addAll(text.section(section));
      }
    }
    return lines;
  }

  private String headline() {
    // Ready for an older spec is not Ready
    boolean outdated = view.phase().equals("Ready") && !view.isReady();
    Mark mark = outdated ? Mark.WAITING : Marks.ofPhase(view.phase());
    String name = text.ink().paint(Ink.BOLD, view.name());
    String phase = text.ink().paint(mark.color(), view.phase());
    String rest =
        String.join(
            text.unicode() ? " · " : ", ",
            Stream.of(
                    labelled("version", view.text("/spec/version")),
                    view.text("/spec/profile"),
                    labelled("region", view.region()),
                    labelled("namespace", view.namespace()),
                    labelled("age", Ages.since(view.text("/metadata/creationTimestamp"), now)))
                .filter(part -> !part.isEmpty())
                .toList());
    return text.mark(mark) + " " + name + "  " + phase + "  " + text.ink().paint(Ink.DIM, rest);
  }

  private static String labelled(String label, String value) {
    return value.isEmpty() ? "" : label + " " + value;
  }

  /** What changes how the rest has to be read. */
  private List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    switch (view.text("/spec/mode")) {
      case "Plan" -> remarks.add("mode Plan: the operator writes the plan and changes nothing.");
      case "Observe" ->
          remarks.add("mode Observe: the operator reports drift and changes nothing.");
      case "Paused" ->
          remarks.add("mode Paused: the operator does nothing until the mode changes.");
      default -> {
        // Apply needs no remark
      }
    }
    if (!view.hasStatus()) {
      remarks.add("The operator has not written a status yet. Is it running?");
    } else if (!view.isCurrent()) {
      remarks.add(
          "The status describes generation %d; the operator has not finished with generation %d yet."
              .formatted(
                  view.resource().at("/status/observedGeneration").asLong(), view.generation()));
    }
    return remarks;
  }

  private List<Section> sections() {
    return List.of(
        ConditionSection.of(view.conditions(), now),
        OtherSections.plan(view),
        ItemSections.rollouts(view, now),
        ServiceSection.of(view),
        ItemSections.stores(view),
        ItemSections.aws(view, now),
        OtherSections.recovery(view),
        OtherSections.urls(view));
  }
}
