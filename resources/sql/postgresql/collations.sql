-- SPDX-License-Identifier: MIT
SELECT c.oid, c.collnamespace, c.collname, c.collowner, c.collprovider, c.collcollate, c.collctype,
       c.collisdeterministic
  FROM pg_collation c
 WHERE c.collnamespace = ANY ($1::oid[])
