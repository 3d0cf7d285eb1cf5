/** Types that several parts of the resource share. */
package io.ecommerceplatform.api.v1alpha1.common;
