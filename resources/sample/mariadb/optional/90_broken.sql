-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Optional: views that do not work any more.

-- on a table that was dropped in 2016
CREATE TABLE shop_ordering.orders (orderId INT PRIMARY KEY, customerNo VARCHAR(12), orderDate VARCHAR(10));
CREATE VIEW shop_ordering.v_orders_2014 AS SELECT orderId, customerNo, orderDate FROM shop_ordering.orders;
CREATE VIEW shop_support.v_orders_2014_by_customer AS
SELECT customerNo, count(*) AS orders FROM shop_ordering.v_orders_2014 GROUP BY customerNo;
DROP TABLE shop_ordering.orders;

-- of somebody who left
CREATE DEFINER = 'former_colleague'@'localhost' SQL SECURITY DEFINER VIEW shop_billing.v_refunds_2018 AS
SELECT id, amount_cents, refunded_at FROM shop_billing.refunds;
