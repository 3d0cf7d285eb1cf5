package io.ecommerceplatform.kubernetes;

import io.ecommerceplatform.model.Platform;

/** Compiles one kind of component; never looks anything up and never emits a default. */
@FunctionalInterface
interface ComponentCompiler {
  void compile(Platform platform, CompileContext context, DesiredBuilder desired);
}
