-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- One schema for each service, and the types they share with nobody.

CREATE SCHEMA catalogue AUTHORIZATION shop_owner;
CREATE SCHEMA ordering  AUTHORIZATION shop_owner;
CREATE SCHEMA billing   AUTHORIZATION shop_owner;
CREATE SCHEMA support   AUTHORIZATION shop_owner;

SET ROLE shop_owner;

CREATE TYPE catalogue.tax_class AS ENUM ('standard', 'reduced', 'zero');
CREATE TYPE catalogue.dimensions AS (width_mm integer, height_mm integer, depth_mm integer);
CREATE DOMAIN catalogue.sku_code AS varchar(20) CHECK (VALUE ~ '^[A-Z]{3}-[0-9]{3}$');

CREATE TYPE ordering.order_status AS ENUM
    ('new', 'paid', 'picking', 'shipped', 'delivered', 'cancelled');
CREATE DOMAIN ordering.email_address AS text
    CONSTRAINT has_an_at CHECK (VALUE LIKE '%_@_%');

CREATE DOMAIN billing.cents AS bigint NOT NULL DEFAULT 0;
CREATE TYPE billing.rate_range AS RANGE (subtype = numeric);
CREATE SEQUENCE billing.invoice_number_seq START 20001;

CREATE TYPE support.channel AS ENUM ('mail', 'phone', 'chat', 'letter');

RESET ROLE;

-- The tool that runs migrations belongs to whoever ran it first.
CREATE TABLE public.schema_migrations (
    version    bigint PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
);
