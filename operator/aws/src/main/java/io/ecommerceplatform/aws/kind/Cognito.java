package io.ecommerceplatform.aws.kind;

import io.ecommerceplatform.aws.client.Clients;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

/** What the types of Cognito share: where pools are found. */
final class Cognito {
  private static final int PAGE = 60;

  private Cognito() {}

  /** The pools that somebody is interested in, by their names or, of an index of tags, by ids. */
  static List<UserPoolType> pools(Clients clients, Interest interest) {
    return client(clients).listUserPoolsPaginator(request -> request.maxResults(PAGE)).stream()
        .flatMap(page -> page.userPools().stream())
        .filter(pool -> interest.has(pool.name()) || interest.has(pool.id()))
        .flatMap(pool -> pool(clients, pool.id()).stream())
        .toList();
  }

  private static Optional<UserPoolType> pool(Clients clients, String id) {
    try {
      return Optional.of(client(clients).describeUserPool(r -> r.userPoolId(id)).userPool());
    } catch (ResourceNotFoundException e) {
      return Optional.empty(); // gone between the two calls
    }
  }

  static CognitoIdentityProviderClient client(Clients clients) {
    return clients.of(CognitoIdentityProviderClient.class, CognitoIdentityProviderClient::builder);
  }
}
