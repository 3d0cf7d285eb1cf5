/** The engine: reads AWS in bulk, executes the actions of plans there, tells errors apart. */
package io.ecommerceplatform.aws;
