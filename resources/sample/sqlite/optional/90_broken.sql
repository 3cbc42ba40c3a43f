-- SPDX-License-Identifier: MIT
-- SPDX-FileCopyrightText: Cadastre contributors
--
-- Not part of the default load: views that broke when the table `orders` was dropped in 2016.

CREATE VIEW v_orders_2014 AS
SELECT orderId, customerNo, orderDate FROM orders;

CREATE VIEW v_orders_2014_by_customer AS -- broken because the view above is
SELECT customerNo, count(*) AS orders FROM v_orders_2014 GROUP BY customerNo;

CREATE VIEW v_customer_fax AS -- broken because the column is gone
SELECT id, fax_number FROM customers;
