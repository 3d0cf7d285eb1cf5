/** Reading everything of a platform anew, because somebody asks for it. */
package io.ecommerceplatform.refresh;
