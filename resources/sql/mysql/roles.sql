-- SPDX-License-Identifier: MIT
SELECT CONCAT(u.User, '@', u.Host),
       IF(EXISTS (SELECT 1 FROM mysql.role_edges e
                  WHERE e.FROM_USER = u.User AND e.FROM_HOST = u.Host), 'Y', 'N'),
       u.Super_priv, u.account_locked
FROM mysql.user u
