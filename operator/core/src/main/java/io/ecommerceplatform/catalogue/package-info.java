/** What the operator knows before it reads a resource: data files, loaded once into records. */
package io.ecommerceplatform.catalogue;
