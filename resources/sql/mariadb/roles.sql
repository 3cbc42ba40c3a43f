-- SPDX-License-Identifier: MIT
SELECT IF(u.is_role = 'Y', u.User, CONCAT(u.User, '@', u.Host)), u.is_role, u.Super_priv,
       IF(JSON_VALUE(g.Priv, '$.account_locked') IN ('1', 'true'), 'Y', 'N')
FROM mysql.user u
JOIN mysql.global_priv g ON g.User = u.User AND g.Host = u.Host
