// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ConventionsDialog: the naming conventions of the workspace beside what the names themselves show.
// Each change is handed out at once, to be undone like any other.
#pragma once

#include "widgets/conventions_view.h"

#include <QDialog>

namespace cadastre {

class ConventionForm;
class NamingStylesTree;

class ConventionsDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ConventionsDialog(QWidget* parent = nullptr);

    void setView(const ConventionsView& view);
    [[nodiscard]] const ConventionsView& view() const { return m_view; }
    [[nodiscard]] ConventionForm* form() const { return m_form; }
    [[nodiscard]] NamingStylesTree* styles() const { return m_styles; }

    void done(int result) override;

Q_SIGNALS:
    void edited(const cadastre::Conventions& after);
    void renamed(const QString& from, const QString& to, const cadastre::Conventions& after);
    void showRequested(const QString& name);
    void tagRequested(const std::vector<cadastre::TableId>& tables, const QString& convention,
                      const cadastre::Convention& proposed);

private:
    ConventionsView m_view;
    ConventionForm* m_form;
    NamingStylesTree* m_styles;
};

} // namespace cadastre
