/** Backup and disaster recovery. */
package io.ecommerceplatform.api.v1alpha1.recovery;
