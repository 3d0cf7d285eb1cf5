package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.api.v1alpha1.common.DeletionPolicy;
import io.ecommerceplatform.api.v1alpha1.security.Mfa;
import io.ecommerceplatform.aws.client.Clients;
import io.ecommerceplatform.model.Aws;
import io.ecommerceplatform.model.AwsAuth;
import io.ecommerceplatform.model.Platform;
import io.ecommerceplatform.resource.FieldRule;
import io.ecommerceplatform.resource.FoundItem;
import io.ecommerceplatform.resource.Identity;
import io.ecommerceplatform.resource.ItemType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AccountRecoverySettingType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetUserPoolMfaConfigResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordPolicyType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RecoveryOptionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UpdateUserPoolRequest;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolMfaType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** User pools of Cognito. Their names are not unique and there is no token: tags say whose. */
public final class CognitoUserPool implements AwsKind<CognitoUserPool.Settings> {
  public static final ItemType TYPE =
      ItemType.of(AwsAuth.POOL_TYPE, Identity.TAG, 128)
          .holdingData(DeletionPolicy.Retain)
          .with("usernameAttributes", FieldRule.REPLACE)
          .with("caseSensitive", FieldRule.REPLACE)
          .with("autoVerifiedAttributes", FieldRule.SET)
          .with("attributesRequireVerificationBeforeUpdate", FieldRule.SET);

  private static final String EMAIL = "email";
  private static final String ACTIVE = "ACTIVE";

  /** What PCI DSS asks for: twelve characters, letters and digits. */
  private static final PasswordPolicy PASSWORDS =
      new PasswordPolicy(12, true, true, true, false, 7);

  /** The fields of the policy of passwords, named as Cognito names them. */
  public record PasswordPolicy(
      Integer minimumLength,
      Boolean requireLowercase,
      Boolean requireUppercase,
      Boolean requireNumbers,
      Boolean requireSymbols,
      Integer temporaryPasswordValidityDays) {}

  /**
   * Second factors, which have a call of their own.
   *
   * @param softwareToken codes of an app on the customer's phone
   */
  public record MfaConfig(String mfaConfiguration, Boolean softwareToken) {}

  /**
   * Its fields, named as Cognito names them.
   *
   * @param recoveryMechanisms how a customer comes back in who forgot the password, the best first
   * @param allowAdminCreateUserOnly false: customers register by themselves
   */
  public record Settings(
      List<String> usernameAttributes,
      Boolean caseSensitive,
      PasswordPolicy passwordPolicy,
      List<String> autoVerifiedAttributes,
      List<String> attributesRequireVerificationBeforeUpdate,
      List<String> recoveryMechanisms,
      MfaConfig mfa,
      Boolean allowAdminCreateUserOnly,
      String deletionProtection) {}

  @Override
  public ItemType type() {
    return TYPE;
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public Set<String> actions() {
    return Set.of(
        "cognito-idp:ListUserPools",
        "cognito-idp:DescribeUserPool",
        "cognito-idp:GetUserPoolMfaConfig",
        "cognito-idp:CreateUserPool",
        "cognito-idp:SetUserPoolMfaConfig",
        "cognito-idp:UpdateUserPool",
        "cognito-idp:TagResource",
        "cognito-idp:DeleteUserPool");
  }

  @Override
  public List<Wish<Settings>> wanted(Platform platform, Aws aws) {
    return aws.auth().stream()
        .map(
            auth ->
                Wish.of(AwsAuth.NAME, AwsAuth.PATH, auth.awsName(), settings(auth))
                    .withPolicy(Optional.of(auth.deletionPolicy())))
        .toList();
  }

  private static Settings settings(AwsAuth auth) {
    return new Settings(
        List.of(EMAIL),
        false,
        PASSWORDS,
        List.of(EMAIL),
        List.of(EMAIL),
        List.of("verified_email"),
        new MfaConfig(mfa(auth.mfa()).toString(), auth.mfa() != Mfa.Off),
        false,
        auth.deletionPolicy() == DeletionPolicy.Delete ? "INACTIVE" : ACTIVE);
  }

  private static UserPoolMfaType mfa(Mfa mfa) {
    return switch (mfa) {
      case Off -> UserPoolMfaType.OFF;
      case Optional -> UserPoolMfaType.OPTIONAL;
      case Required -> UserPoolMfaType.ON;
    };
  }

  @Override
  public boolean isReadInBulk() {
    return false; // the list shows neither tags nor settings
  }

  @Override
  public List<Found<Settings>> scan(Clients clients, Interest interest) {
    return Cognito.pools(clients, interest).stream().map(pool -> found(clients, pool)).toList();
  }

  private static Found<Settings> found(Clients clients, UserPoolType pool) {
    GetUserPoolMfaConfigResponse mfa =
        Cognito.client(clients).getUserPoolMfaConfig(request -> request.userPoolId(pool.id()));
    boolean token =
        mfa.softwareTokenMfaConfiguration() != null
            && Boolean.TRUE.equals(mfa.softwareTokenMfaConfiguration().enabled());
    Settings settings =
        new Settings(
            pool.usernameAttributesAsStrings(),
            pool.usernameConfiguration() == null
                ? true
                : pool.usernameConfiguration().caseSensitive(),
            passwords(pool),
            pool.autoVerifiedAttributesAsStrings(),
            pool.userAttributeUpdateSettings() == null
                ? List.of()
                : pool.userAttributeUpdateSettings()
                    .attributesRequireVerificationBeforeUpdateAsStrings(),
            recovery(pool.accountRecoverySetting()),
            new MfaConfig(mfa.mfaConfigurationAsString(), token),
            pool.adminCreateUserConfig() != null
                && Boolean.TRUE.equals(pool.adminCreateUserConfig().allowAdminCreateUserOnly()),
            pool.deletionProtectionAsString());
    String issuer =
        "https://cognito-idp.%s.amazonaws.com/%s".formatted(clients.region(), pool.id());
    Map<String, String> outputs =
        Map.of(
            "arn",
            pool.arn(),
            "id",
            pool.id(),
            "issuer",
            issuer,
            "jwksUrl",
            issuer + "/.well-known/jwks.json");
    return Found.ready(pool.name(), pool.id(), settings, pool.userPoolTags(), outputs);
  }

  private static PasswordPolicy passwords(UserPoolType pool) {
    if (pool.policies() == null || pool.policies().passwordPolicy() == null) {
      return null;
    }
    PasswordPolicyType policy = pool.policies().passwordPolicy();
    return new PasswordPolicy(
        policy.minimumLength(),
        policy.requireLowercase(),
        policy.requireUppercase(),
        policy.requireNumbers(),
        policy.requireSymbols(),
        policy.temporaryPasswordValidityDays());
  }

  private static List<String> recovery(AccountRecoverySettingType setting) {
    return setting == null
        ? List.of()
        : setting.recoveryMechanisms().stream()
            .sorted(Comparator.comparing(RecoveryOptionType::priority))
            .map(RecoveryOptionType::nameAsString)
            .toList();
  }

  /** Without a second factor first: one that is no message to a phone has a call of its own. */
  @Override
  public void create(Creation<Settings> creation, Clients clients) {
    Settings settings = creation.settings();
    String id =
        Cognito.client(clients)
            .createUserPool(
                request ->
                    request
                        .poolName(creation.awsName())
                        .usernameAttributesWithStrings(settings.usernameAttributes())
                        .usernameConfiguration(c -> c.caseSensitive(settings.caseSensitive()))
                        .policies(p -> p.passwordPolicy(policy(settings)))
                        .autoVerifiedAttributesWithStrings(settings.autoVerifiedAttributes())
                        .userAttributeUpdateSettings(
                            u ->
                                u.attributesRequireVerificationBeforeUpdateWithStrings(
                                    settings.attributesRequireVerificationBeforeUpdate()))
                        .accountRecoverySetting(recovery(settings))
                        .adminCreateUserConfig(
                            a -> a.allowAdminCreateUserOnly(settings.allowAdminCreateUserOnly()))
                        .deletionProtection(settings.deletionProtection())
                        .userPoolTags(creation.tags()))
            .userPool()
            .id();
    if (!settings.mfa().mfaConfiguration().equals(UserPoolMfaType.OFF.toString())) {
      setMfa(id, settings.mfa(), clients);
    }
  }

  private static PasswordPolicyType policy(Settings settings) {
    PasswordPolicy policy = settings.passwordPolicy();
    return PasswordPolicyType.builder()
        .minimumLength(policy.minimumLength())
        .requireLowercase(policy.requireLowercase())
        .requireUppercase(policy.requireUppercase())
        .requireNumbers(policy.requireNumbers())
        .requireSymbols(policy.requireSymbols())
        .temporaryPasswordValidityDays(policy.temporaryPasswordValidityDays())
        .build();
  }

  private static AccountRecoverySettingType recovery(Settings settings) {
    List<String> names = settings.recoveryMechanisms();
    return AccountRecoverySettingType.builder()
        .recoveryMechanisms(
            names.stream()
                .map(n -> RecoveryOptionType.builder().name(n).priority(names.indexOf(n) + 1))
                .map(RecoveryOptionType.Builder::build)
                .toList())
        .build();
  }

  private static void setMfa(String id, MfaConfig mfa, Clients clients) {
    Cognito.client(clients)
        .setUserPoolMfaConfig(
            request ->
                request
                    .userPoolId(id)
                    .mfaConfiguration(mfa.mfaConfiguration())
                    .softwareTokenMfaConfiguration(s -> s.enabled(mfa.softwareToken())));
  }

  /** What is not sent goes back to what Cognito takes for usual: all is sent that is there. */
  @Override
  public void update(Update<Settings> update, Clients clients) {
    CognitoIdentityProviderClient cognito = Cognito.client(clients);
    String id = update.found().id();
    Settings settings = update.settings();
    if (update.changes(
        "passwordPolicy",
        "autoVerifiedAttributes",
        "attributesRequireVerificationBeforeUpdate",
        "recoveryMechanisms",
        "allowAdminCreateUserOnly",
        "deletionProtection")) {
      UserPoolType pool = cognito.describeUserPool(r -> r.userPoolId(id)).userPool();
      UpdateUserPoolRequest.Builder request = UpdateUserPoolRequest.builder();
      SdkFields.copy(pool, request);
      cognito.updateUserPool(
          request
              .userPoolId(id)
              .poolName(pool.name())
              .policies(pool.policies().copy(p -> p.passwordPolicy(policy(settings))))
              .autoVerifiedAttributesWithStrings(settings.autoVerifiedAttributes())
              .userAttributeUpdateSettings(
                  u ->
                      u.attributesRequireVerificationBeforeUpdateWithStrings(
                          settings.attributesRequireVerificationBeforeUpdate()))
              .accountRecoverySetting(recovery(settings))
              .adminCreateUserConfig(
                  // its days are those of the policy, and Cognito refuses both
                  pool.adminCreateUserConfig()
                      .copy(
                          a ->
                              a.unusedAccountValidityDays(null)
                                  .allowAdminCreateUserOnly(settings.allowAdminCreateUserOnly())))
              .deletionProtection(settings.deletionProtection())
              .build());
    }
    if (update.changes("mfa")) {
      setMfa(id, settings.mfa(), clients);
    }
  }

  @Override
  public void delete(FoundItem found, boolean snapshotFirst, Clients clients) {
    Cognito.client(clients).deleteUserPool(request -> request.userPoolId(found.id()));
  }

  @Override
  public void tag(FoundItem found, Map<String, String> tags, Clients clients) {
    Cognito.client(clients)
        .tagResource(request -> request.resourceArn(found.outputs().get("arn")).tags(tags));
  }
}
