/** One file for each type of item in AWS. */
package io.ecommerceplatform.aws.kind;
