-- SPDX-License-Identifier: MIT
-- Rows that a policy hides would look like orphans: rather an error. Lookups by index stay lookups,
-- however the server guesses.
SELECT set_config('row_security', 'off', false), set_config('enable_seqscan', 'off', false)
