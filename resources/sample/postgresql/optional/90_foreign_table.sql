-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Optional, needs a superuser for the extension: the stock of a warehouse system that is elsewhere.
-- The server does not answer; the password is an invented one, and a reader has to mask it.

CREATE EXTENSION IF NOT EXISTS postgres_fdw;

CREATE SERVER warehouse_system FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host 'wms.shop.example', port '5432', dbname 'wms');
COMMENT ON SERVER warehouse_system IS 'Belongs to the logistics partner.';
CREATE USER MAPPING FOR shop_owner SERVER warehouse_system
    OPTIONS (user 'shop', password 'not-a-real-password');
GRANT USAGE ON FOREIGN SERVER warehouse_system TO shop_owner;

SET ROLE shop_owner;
CREATE FOREIGN TABLE catalogue.wms_stock (
    gate     char(4) OPTIONS (column_name 'gate_code') NOT NULL,
    sku      varchar(20) NOT NULL,
    pieces   integer,
    as_of    timestamptz
) SERVER warehouse_system OPTIONS (schema_name 'public', table_name 'stock');
COMMENT ON FOREIGN TABLE catalogue.wms_stock IS E'Read when the count of our own stock is in doubt.\n@replica wms';

CREATE VIEW catalogue.v_stock_differences AS
SELECT p.sku, w.gate, w.pieces - s.on_hand AS difference
FROM catalogue.wms_stock w
JOIN catalogue.products p     ON p.sku = w.sku
JOIN catalogue.stock_levels s ON s.product_id = p.id AND s.warehouse_code = w.gate;
RESET ROLE;
