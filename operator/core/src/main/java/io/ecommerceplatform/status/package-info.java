/** The only builder of status: conditions, reasons and their composition, all pure. */
package io.ecommerceplatform.status;
