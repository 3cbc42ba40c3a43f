-- SPDX-License-Identifier: MIT
SELECT e.oid, e.evtname, e.evtowner, e.evtevent, e.evtenabled, array_to_string(e.evttags, ', '),
       n.nspname, p.proname, e.evtfoid
  FROM pg_event_trigger e
  JOIN pg_proc p ON p.oid = e.evtfoid
  JOIN pg_namespace n ON n.oid = p.pronamespace
