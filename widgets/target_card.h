// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Names large where comments will go: database, server, role; production and read only in words
// and colour. The same card stands in the panel of pending changes and in the last question.
#pragma once

#include "widgets/pending_state.h"

#include <QFrame>

class QLabel;

namespace cadastre {

class MarkLabel;

class TargetCard : public QFrame
{
    Q_OBJECT
public:
    explicit TargetCard(QWidget* parent = nullptr);

    void showTarget(const PendingSource& source);
    /// Everything that is to be read on it.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QLabel* m_database;
    QLabel* m_place;
    QLabel* m_problem;
    MarkLabel* m_production;
    MarkLabel* m_readOnly;
    bool m_isProduction = false;
};

/// A word in capitals on a filled field: "PRODUCTION".
class MarkLabel : public QWidget
{
    Q_OBJECT
public:
    enum class Tone : std::uint8_t { Production, ReadOnly };
    MarkLabel(const QString& text, Tone tone, QWidget* parent = nullptr);

    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    Tone m_tone;
};

/// The fill behind a mark, and the text on it: at least 4.5:1 in light and dark.
QColor markFill(MarkLabel::Tone tone);
QColor markText();

/// "shop_prod on db.example.org:5432 as alice": of a target, in one line.
QString targetLine(const WriteTarget& target);

} // namespace cadastre
