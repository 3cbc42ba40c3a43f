// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Hiding passwords that stand in DDL, bodies and options, before they reach a catalog. It knows the
// usual ways of writing them (`password=..`, `PASSWORD '..'`, `IDENTIFIED BY '..'`, `"password":
// "..."`, `scheme://user:pw@host`), not every possible one.
#pragma once

#include <QString>

namespace cadastre {

/// SQL text (view, trigger or routine body, CREATE text, default) with passwords as `***`. Unquoted
/// values are masked inside literals only, so that `password = NEW.password` stays what it is.
QString maskedSql(const QString& sql);

/// Option or connection text (`host=x password=y`) with passwords as `***`, quoted or not.
QString maskedOptions(const QString& options);

/// Whether an option of this name holds a password (`password`, `passwd`, `pwd`, `sslpassword`,
/// `secret`, in any case).
bool isSecretName(const QString& name);

} // namespace cadastre
