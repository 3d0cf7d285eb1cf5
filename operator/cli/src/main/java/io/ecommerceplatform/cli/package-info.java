/** {@code kubectl ecp}: the commands, thin; what they do is in the packages below. */
package io.ecommerceplatform.cli;
