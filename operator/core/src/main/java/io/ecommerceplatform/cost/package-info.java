/** What a platform costs a month: a dated table of public prices, and what of it is used. */
package io.ecommerceplatform.cost;
