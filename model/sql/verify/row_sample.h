// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Which rows of a child table are looked at: how large it is, and the part of a statement that
// picks all of a small table, or a bounded sample that is spread over a large one. What is done
// with the rows lives in relationship_check.
#pragma once

#include "model/catalog/catalog.h"
#include "model/relations/verification.h"
#include "model/sql/verify/check_connection.h"
#include "model/sql/verify/verify.h"

namespace cadastre {

struct TableSize
{
    bool isSmall = false;           ///< to be looked at whole
    std::optional<double> estimate; ///< rows
    bool isEstimateGood = false;    ///< false: a guess from pages or from the ends of a key
    std::optional<qint64> lowestKey;
    std::optional<qint64> highestKey; ///< of the range key
};

/// Asks the server, without reading more of the table than the options allow.
std::optional<SqlError> measureTable(CheckConnection& connection, const Catalog& catalog,
                                     TableId table, const VerifyOptions& options, TableSize& size);

struct RowSample
{
    QString sql; ///< a SELECT of `type_value, k1, k2, ..`
    /// Fewer rows than this mean that every row was picked; 0 when the sample cannot tell.
    qint64 wholeBelow = 0;
    std::optional<double> percent; ///< of the table's pages
    qint64 wanted = 0;             ///< rows that a key without gaps gives; 0 for other samples
};

/// `columns` fills `{type_value}` and `{child_values}`.
Result<RowSample> rowSample(const CheckConnection& connection, const Catalog& catalog,
                            TableId table, const TableSize& size, const VerifyOptions& options,
                            TemplateValues columns);

/// Says in the verification what was looked at, once `pickedRows` are known.
void describeSample(const TableSize& size, const RowSample& sample, qint64 pickedRows,
                    Verification& verification);

} // namespace cadastre
