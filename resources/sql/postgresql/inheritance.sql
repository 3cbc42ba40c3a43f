-- SPDX-License-Identifier: MIT
SELECT i.inhrelid, i.inhparent
  FROM pg_inherits i
 ORDER BY i.inhrelid, i.inhseqno
