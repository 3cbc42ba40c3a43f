-- SPDX-License-Identifier: MIT
SELECT r.srsubid, r.srrelid
  FROM pg_subscription_rel r
