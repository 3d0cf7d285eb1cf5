package io.ecommerceplatform.localplane.command;

import io.ecommerceplatform.localplane.Settings;
import picocli.CommandLine;

/** Hands the environment to the commands, so that tests can give another one. */
record CommandFactory(Settings settings) implements CommandLine.IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (var constructor : type.getDeclaredConstructors()) {
      var parameters = constructor.getParameterTypes();
      if (parameters.length == 1 && parameters[0] == Settings.class) {
        return type.cast(constructor.newInstance(settings));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
