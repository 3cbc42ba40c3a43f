-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- MariaDB only: a table that keeps its own history, and one with a period of validity.

USE shop_catalogue;

CREATE TABLE price_rules (
    id       INT NOT NULL PRIMARY KEY,
    brand_id INT NOT NULL,
    percent  DECIMAL(4, 2) NOT NULL,
    note     VARCHAR(80) WITHOUT SYSTEM VERSIONING
) ENGINE = InnoDB COMMENT = 'Rebates by brand, with history.' WITH SYSTEM VERSIONING;

INSERT INTO price_rules (id, brand_id, percent, note) VALUES (1, 1, 5.00, 'spring'), (2, 4, 7.50, NULL), (3, 7, 2.00, NULL);
UPDATE price_rules SET percent = 10.00 WHERE id = 1;

CREATE TABLE opening_hours (
    warehouse_code CHAR(4) NOT NULL,
    opens          TIME NOT NULL,
    closes         TIME NOT NULL,
    valid_from     DATE NOT NULL,
    valid_to       DATE NOT NULL,
    PERIOD FOR validity (valid_from, valid_to),
    PRIMARY KEY (warehouse_code, valid_from),
    CONSTRAINT opening_hours_warehouse FOREIGN KEY (warehouse_code) REFERENCES warehouses (code)
) ENGINE = InnoDB;

INSERT INTO opening_hours VALUES
    ('HAM1', '06:00', '22:00', '2014-02-01', '2020-01-01'), ('HAM1', '05:00', '23:00', '2020-01-01', '9999-12-31'),
    ('LEJ1', '06:00', '22:00', '2017-09-01', '9999-12-31');
