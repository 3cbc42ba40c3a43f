// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Options of foreign servers, tables and columns as readers write them into properties, taken apart
// again. What the options mean lives in remote_tables.h.
#pragma once

#include "model/catalog/object_base.h"

#include <map>

namespace cadastre {

/// Values by lower-case key.
using RemoteOptions = std::map<QString, QString>;

/// `host=a, dbname='b, c'`: PostgreSQL's, joined by commas; quoted where a value has one.
RemoteOptions commaOptions(QStringView text);
/// "`TABNAME`='t' `DBNAME`='d' partitioned": CREATE_OPTIONS of MariaDB.
RemoteOptions spaceOptions(QStringView text);
/// `wrapper "mysql", table "t"`: where SPIDER keeps its options, in the comment.
RemoteOptions commentOptions(QStringView text);

/// The value of a property; empty when there is none.
QString propertyValue(const ObjectBase& object, QLatin1String label);

} // namespace cadastre
