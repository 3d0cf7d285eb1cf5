/** How text looks on a terminal: colour, symbols, columns and ages; knows nothing of platforms. */
package io.ecommerceplatform.cli.text;
