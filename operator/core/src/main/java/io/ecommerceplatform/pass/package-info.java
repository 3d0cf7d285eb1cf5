/** The pure middle of a pass: from resource and observation to intent, desired objects and plan. */
package io.ecommerceplatform.pass;
