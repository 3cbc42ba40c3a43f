// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// VerificationRows: puts the answer of a check together, row by row, and knows which values stand
// for "none". How the rows are asked for lives in relationship_check.
#pragma once

#include "model/relations/verification.h"
#include "model/sql/connection.h"

namespace cadastre {

/// Values that stand for "none" or "unknown" wherever the parent does not have them.
QStringList sentinelTexts();

class VerificationRows
{
public:
    /// Begins with one entry per target.
    VerificationRows(const Relationship& relationship, Verification& verification);

    /// One row: type value, state, rows with this key, rows in this state, all rows, different
    /// keys in this state, key.
    void add(const Row& row);
    [[nodiscard]] qint64 pickedRows() const { return m_pickedRows; }

private:
    TargetVerification& target(const QString& typeValue);
    void addSentinel(const QString& value, qint64 rows);

    Verification& m_verification;
    bool m_isPolymorphic;
    qint64 m_pickedRows = 0;
    QStringList m_statesSeen;
};

/// A value as people read it: "9001", "(9001, 2)"; bytes as hexadecimal digits, long ones cut.
QString keyText(const Row& row, int firstColumn);

} // namespace cadastre
