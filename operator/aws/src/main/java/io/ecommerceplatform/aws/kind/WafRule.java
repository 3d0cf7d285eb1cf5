package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.edge.ManagedRule;
import io.ecommerceplatform.model.AwsWebAcl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.wafv2.model.FieldToMatch;
import software.amazon.awssdk.services.wafv2.model.Rule;
import software.amazon.awssdk.services.wafv2.model.Statement;
import software.amazon.awssdk.services.wafv2.model.TextTransformation;
import software.amazon.awssdk.services.wafv2.model.TextTransformationType;

/**
 * One rule of a web ACL; of the fields after the priority one is set, or two of a limit.
 *
 * @param managedRuleGroup a group that AWS maintains, which says itself what it blocks
 * @param limit requests of one address in the window
 * @param countryCodes who is shut out, sorted
 * @param xssFields parts of a request in which no script may stand, sorted
 */
public record WafRule(
    String name,
    Integer priority,
    String managedRuleGroup,
    Long limit,
    Long evaluationWindowSec,
    List<String> countryCodes,
    List<String> xssFields) {

  private static final String AWS = "AWS";
  private static final String BOT_CONTROL = "AWSManagedRulesBotControlRuleSet";
  private static final Map<ManagedRule, String> GROUPS =
      Map.of(
          ManagedRule.Common, "AWSManagedRulesCommonRuleSet",
          ManagedRule.SQLi, "AWSManagedRulesSQLiRuleSet",
          ManagedRule.KnownBadInputs, "AWSManagedRulesKnownBadInputsRuleSet",
          ManagedRule.IpReputation, "AWSManagedRulesAmazonIpReputationList",
          ManagedRule.BotControl, BOT_CONTROL);

  /** AWS has no group for scripts alone: they are looked for here. */
  private static final Map<String, FieldToMatch> XSS =
      Map.of(
          "body", FieldToMatch.builder().body(body -> body.oversizeHandling("CONTINUE")).build(),
          "cookie", FieldToMatch.builder().singleHeader(header -> header.name("cookie")).build(),
          "queryString", FieldToMatch.builder().queryString(query -> {}).build(),
          "uriPath", FieldToMatch.builder().uriPath(path -> {}).build());

  private static final List<TextTransformation> DECODED =
      List.of(
          transformation(0, TextTransformationType.URL_DECODE),
          transformation(1, TextTransformationType.HTML_ENTITY_DECODE));

  private static TextTransformation transformation(int priority, TextTransformationType type) {
    return TextTransformation.builder().priority(priority).type(type).build();
  }

  /** The cheapest checks first. */
  static List<WafRule> of(AwsWebAcl acl) {
    List<WafRule> rules = new ArrayList<>();
    if (!acl.geoBlock().isEmpty()) {
      rules.add(new WafRule("countries", rules.size(), null, null, null, acl.geoBlock(), null));
    }
    acl.rateLimit()
        .ifPresent(
            limit ->
                rules.add(
                    new WafRule(
                        "rate",
                        rules.size(),
                        null,
                        limit.longValue(),
                        (long) acl.rateWindowSeconds(),
                        null,
                        null)));
    for (ManagedRule rule : acl.managedRules()) {
      rules.add(
          rule == ManagedRule.XSS
              ? new WafRule(
                  "XSS",
                  rules.size(),
                  null,
                  null,
                  null,
                  null,
                  XSS.keySet().stream().sorted().toList())
              : new WafRule(rule.name(), rules.size(), GROUPS.get(rule), null, null, null, null));
    }
    return rules;
  }

  /** What AWS shows; a rule of another kind has none of the fields, and so is another one. */
  static WafRule of(Rule rule) {
    Statement is = rule.statement();
    var rate = is.rateBasedStatement();
    return new WafRule(
        rule.name(),
        rule.priority(),
        is.managedRuleGroupStatement() == null ? null : is.managedRuleGroupStatement().name(),
        rate == null ? null : rate.limit(),
        rate == null ? null : rate.evaluationWindowSec(),
        is.geoMatchStatement() == null
            ? null
            : is.geoMatchStatement().countryCodesAsStrings().stream().sorted().toList(),
        is.orStatement() == null ? null : xssFields(is.orStatement().statements()));
  }

  private static List<String> xssFields(List<Statement> statements) {
    return statements.stream()
        .filter(statement -> statement.xssMatchStatement() != null)
        .map(statement -> statement.xssMatchStatement().fieldToMatch())
        .map(WafRule::field)
        .sorted()
        .toList();
  }

  private static String field(FieldToMatch match) {
    if (match.body() != null) {
      return "body";
    }
    if (match.singleHeader() != null) {
      return match.singleHeader().name();
    }
    return match.queryString() != null ? "queryString" : "uriPath";
  }

  /** In the form of the API. */
  Rule rule() {
    Rule.Builder rule =
        Rule.builder()
            .name(name)
            .priority(priority)
            .statement(statement())
            .visibilityConfig(
                v ->
                    v.metricName(name).sampledRequestsEnabled(true).cloudWatchMetricsEnabled(true));
    return managedRuleGroup == null
        ? rule.action(action -> action.block(block -> {})).build()
        : rule.overrideAction(override -> override.none(none -> {})).build();
  }

  private Statement statement() {
    Statement.Builder statement = Statement.builder();
    if (managedRuleGroup != null) {
      return statement
          .managedRuleGroupStatement(
              group -> {
                group.vendorName(AWS).name(managedRuleGroup);
                if (managedRuleGroup.equals(BOT_CONTROL)) {
                  group.managedRuleGroupConfigs(
                      config ->
                          config.awsManagedRulesBotControlRuleSet(
                              bots -> bots.inspectionLevel("COMMON")));
                }
              })
          .build();
    }
    if (limit != null) {
      return statement
          .rateBasedStatement(
              rate ->
                  rate.limit(limit).evaluationWindowSec(evaluationWindowSec).aggregateKeyType("IP"))
          .build();
    }
    if (countryCodes != null) {
      return statement.geoMatchStatement(geo -> geo.countryCodesWithStrings(countryCodes)).build();
    }
    return statement.orStatement(or -> or.statements(scripts())).build();
  }

  private List<Statement> scripts() {
    return xssFields.stream()
        .map(
            field ->
                Statement.builder()
                    .xssMatchStatement(
                        xss -> xss.fieldToMatch(XSS.get(field)).textTransformations(DECODED))
                    .build())
        .toList();
  }
}
