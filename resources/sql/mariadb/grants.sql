SELECT 'server', CONVERT(GRANTEE USING utf8mb4), NULL, NULL, NULL,
       CONVERT(PRIVILEGE_TYPE USING utf8mb4), IS_GRANTABLE = 'YES', NULL
FROM information_schema.USER_PRIVILEGES
UNION ALL
SELECT 'schema', CONVERT(GRANTEE USING utf8mb4), CONVERT(TABLE_SCHEMA USING utf8mb4), NULL, NULL,
       CONVERT(PRIVILEGE_TYPE USING utf8mb4), IS_GRANTABLE = 'YES', NULL
FROM information_schema.SCHEMA_PRIVILEGES
UNION ALL
SELECT 'table', CONVERT(CONCAT(User, '@', Host) USING utf8mb4), CONVERT(Db USING utf8mb4),
       CONVERT(Table_name USING utf8mb4), NULL, CONVERT(Table_priv USING utf8mb4),
       FIND_IN_SET('Grant', Table_priv) > 0, CONVERT(Grantor USING utf8mb4)
FROM mysql.tables_priv
UNION ALL
SELECT 'column', CONVERT(CONCAT(User, '@', Host) USING utf8mb4), CONVERT(Db USING utf8mb4),
       CONVERT(Table_name USING utf8mb4), CONVERT(Column_name USING utf8mb4),
       CONVERT(Column_priv USING utf8mb4), 0, NULL
FROM mysql.columns_priv
UNION ALL
SELECT 'routine', CONVERT(CONCAT(User, '@', Host) USING utf8mb4), CONVERT(Db USING utf8mb4),
       CONVERT(Routine_name USING utf8mb4), CONVERT(Routine_type USING utf8mb4),
       CONVERT(Proc_priv USING utf8mb4), FIND_IN_SET('Grant', Proc_priv) > 0,
       CONVERT(Grantor USING utf8mb4)
FROM mysql.procs_priv
