-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- MariaDB only: a sequence, and a table that takes its numbers from it.

USE shop_billing;

CREATE SEQUENCE receipt_number_seq START WITH 500001 INCREMENT BY 1 CACHE 100 COMMENT = 'Gaps are allowed, reuse is not.';

CREATE TABLE receipts (
    id         BIGINT NOT NULL DEFAULT (nextval(receipt_number_seq)) PRIMARY KEY,
    payment_id BIGINT NOT NULL,
    printed_at DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT receipts_payment FOREIGN KEY (payment_id) REFERENCES payments (id)
) ENGINE = InnoDB;

INSERT INTO receipts (payment_id, printed_at) SELECT id, received_at FROM payments WHERE id MOD 2 = 0 ORDER BY id;
