SELECT IF(is_role = 'Y', User, CONCAT(User, '@', Host)), is_role, Super_priv, 'N' AS account_locked
FROM mysql.user
