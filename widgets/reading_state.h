// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What is being read at the moment, or could not be: said by every panel that has nothing to show
// because of it. The window tells it here once; see EmptyState::setNothingOpen().
#pragma once

#include <QObject>

namespace cadastre {

class ReadingState : public QObject
{
    Q_OBJECT
public:
    enum class Phase : std::uint8_t { Idle, Reading, Failed };

    static ReadingState& instance();

    void setIdle();
    /// `what`: "shop.sqlite", "2 databases".
    void setReading(const QString& what);
    /// `reason`: a sentence.
    void setFailed(const QString& reason);

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const QString& text() const { return m_text; }

Q_SIGNALS:
    void changed();

private:
    void set(Phase phase, const QString& text);

    Phase m_phase = Phase::Idle;
    QString m_text; ///< what is read, or why it was not
};

} // namespace cadastre
