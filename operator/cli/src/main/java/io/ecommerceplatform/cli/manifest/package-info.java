/** Resources in files, completed and checked as far as the schema alone can tell. */
package io.ecommerceplatform.cli.manifest;
