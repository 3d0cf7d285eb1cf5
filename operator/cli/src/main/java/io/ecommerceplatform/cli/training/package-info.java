/** What the installation runs once, so that later starts are fast. */
package io.ecommerceplatform.cli.training;
