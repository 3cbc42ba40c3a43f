-- SPDX-License-Identifier: MIT
SELECT p.oid, p.polname, p.polrelid, p.polcmd, p.polpermissive, p.polroles,
       p.polqual IS NOT NULL, p.polwithcheck IS NOT NULL
  FROM pg_policy p
  JOIN pg_class c ON c.oid = p.polrelid
 WHERE c.relnamespace = ANY ($1::oid[])
