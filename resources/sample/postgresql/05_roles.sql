-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Roles live in the cluster, not in the database, so each is made only when it is missing.
-- None of them has a password; to log in is a matter of pg_hba.conf.

DO $$
DECLARE
    wanted record;
BEGIN
    FOR wanted IN
        SELECT * FROM (VALUES
            ('shop_owner',       'NOLOGIN'),
            ('accounting_owner', 'NOLOGIN'),
            ('shop_readers',     'NOLOGIN'),
            ('svc_catalogue',    'LOGIN'),
            ('svc_ordering',     'LOGIN'),
            ('svc_backoffice',   'LOGIN'),
            ('reporting_ro',     'LOGIN'),
            ('analyst',          'LOGIN')
        ) AS role (name, options)
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted.name) THEN
            EXECUTE format('CREATE ROLE %I NOSUPERUSER %s', wanted.name, wanted.options);
        END IF;
    END LOOP;
END
$$;

GRANT shop_readers TO analyst, reporting_ro;

COMMENT ON ROLE shop_owner IS 'Owns the tables of the shop. Nobody logs in as this role.';
COMMENT ON ROLE svc_backoffice IS 'The login of billing and of support. Two services, one role.';
COMMENT ON ROLE reporting_ro IS 'Read-only access for the report server.';
