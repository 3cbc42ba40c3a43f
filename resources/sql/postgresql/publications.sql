-- SPDX-License-Identifier: MIT
SELECT p.oid, p.pubname, p.pubowner, p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete,
       p.pubtruncate
  FROM pg_publication p
