-- SPDX-License-Identifier: MIT
-- Where they connect to is never selected.
SELECT s.oid, s.subname, s.subowner, s.subenabled, array_to_string(s.subpublications, ', ')
  FROM pg_subscription s
 WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
