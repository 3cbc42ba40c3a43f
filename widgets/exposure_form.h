// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// What the selected tables are to those outside: private, a contract with a version, a replica of
// something elsewhere. Each change is one step that can be undone.
#pragma once

#include "model/describe/describe.h"
#include "widgets/boundary_state.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTextBrowser;

namespace cadastre {

class ExposureForm : public QWidget
{
    Q_OBJECT
public:
    explicit ExposureForm(QWidget* parent = nullptr);

    void showTables(BoundaryStatePointer state, const std::vector<TableId>& tables);

    [[nodiscard]] QComboBox* choice() const { return m_choice; }
    [[nodiscard]] QLineEdit* textField() const { return m_text; }
    [[nodiscard]] QTextBrowser* page() const { return m_page; }

Q_SIGNALS:
    void editRequested(const cadastre::BoundaryEdit& edit);
    void objectActivated(cadastre::ObjectRef object);

protected:
    void changeEvent(QEvent* event) override;

private:
    void take();
    void showText();
    [[nodiscard]] ExposureEntry entered() const;

    BoundaryStatePointer m_state;
    std::vector<TableId> m_tables;
    std::optional<ExposureEntry> m_shown; ///< of all tables alike
    QLabel* m_label;
    QComboBox* m_choice;
    QLineEdit* m_text;
    QTextBrowser* m_page;
    ObjectDescription m_description; ///< of the page, for another theme
    bool m_filling = false;
    bool m_ready = false; ///< all parts are there
};

/// Makes these objects contracts, replicas or private.
BoundaryEdit exposeEdit(const std::shared_ptr<const Catalog>& catalog,
                        const std::vector<TableId>& tables, const ExposureEntry& exposure);

} // namespace cadastre
