-- SPDX-License-Identifier: MIT
-- The session: read-only, no search path, texts that do not depend on anybody's settings.
-- $1 lock_timeout, $2 statement_timeout, $3 idle_in_transaction_session_timeout, in ms
SELECT set_config('default_transaction_read_only', 'on', false),
       set_config('standard_conforming_strings', 'on', false),
       set_config('search_path', '', false),
       set_config('lock_timeout', $1, false),
       set_config('statement_timeout', $2, false),
       set_config('idle_in_transaction_session_timeout', $3, false),
       set_config('quote_all_identifiers', 'off', false),
       set_config('bytea_output', 'hex', false),
       set_config('DateStyle', 'ISO', false),
       set_config('IntervalStyle', 'postgres', false),
       set_config('TimeZone', 'UTC', false),
       set_config('extra_float_digits', '1', false),
       set_config('jit', 'off', false),
       set_config('max_parallel_workers_per_gather', '0', false)
